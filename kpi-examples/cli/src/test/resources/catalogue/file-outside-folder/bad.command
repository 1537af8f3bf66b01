eval {folder}/bad --period 109
