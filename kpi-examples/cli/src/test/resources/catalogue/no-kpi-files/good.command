check {folder}/good
