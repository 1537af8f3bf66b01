check {folder}/bad
