eval {folder}/both --period 109
