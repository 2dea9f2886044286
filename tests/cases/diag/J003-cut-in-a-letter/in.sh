printf '{"baocao": 1, "x_ghi": "Tân \341\272"}\n'
