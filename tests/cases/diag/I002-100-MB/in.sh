# this script writes to in.json; a sparse file takes no room
truncate -s 100M in.json
