printf '{"baocao": 1, "document": {"subject": "b\270o c\270o t\346ng k\325t"}}\n'
