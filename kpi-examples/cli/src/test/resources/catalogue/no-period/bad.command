eval {folder}/both
