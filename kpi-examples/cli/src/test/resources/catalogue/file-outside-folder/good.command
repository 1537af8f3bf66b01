eval {folder}/good --period 109
