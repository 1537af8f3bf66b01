eval {folder}/both --period 108
