. "$TOP/tests/cases/generate.sh"
# sparse files take no room
truncate -s 16M vua-du.bin
truncate -s 16777217 qua-lon.bin
report <<'END'
  "attachments": [
    {
      "file": "vua-du.bin",
      "description": "Biểu số 1"
    },
    {
      "file": "qua-lon.bin",
      "description": "Biểu số 1"
    }
  ],
END
