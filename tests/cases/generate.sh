# For the in.sh of cases to source: reports and templates that are too long to
# be written down, or that need a folder of parts.

report() { # [TEMPLATE]: a report, by that template; more of its members on standard input
	printf '{\n  "baocao": 1,\n'
	[ $# -eq 0 ] || printf '  "template": "%s",\n' "$1"
	cat <<-EOF
		  "organization": {
		    "kind": "party",
		    "parent": "TỈNH ỦY BẮC HÀ",
		    "name": "ĐẢNG ỦY XÃ TÂN AN"
		  },
		  "document": {
		    "number": 15,
		    "symbol": "BC/ĐU",
		    "place": "Tân An",
		    "date": "2026-11-21",
		    "subject": "kết quả công tác năm 2026"
		  },
	EOF
	cat
	cat <<-'EOF'
		  "signatures": [
		    {
		      "lines": [
		        "T/M BAN THƯỜNG VỤ",
		        "BÍ THƯ"
		      ],
		      "name": "Nguyễn Văn An"
		    }
		  ]
		}
	EOF
}

plain_report() { # TEMPLATE: without more
	report "$1" </dev/null
}

many() { # KEY N ELEMENT: the member KEY, a list of ELEMENT so many times
	printf '"%s": [%s\n' "$1" "$3"
	yes ", $3" | head -n $(($2 - 1))
	echo '],'
}

one_section() { # a template of one section; its blocks, in JSON, on standard input
	printf '{"template": 1, "title": "Mẫu thử", "about": "Mẫu để kiểm thử.", '
	printf '"report": {"sections": [{"title": "Kết quả", "blocks": ['
	cat
	echo ']}]}}'
}

# Parts lie below the program's data: one of our own, with a template "thu" that includes the
# part NAME.
own_data() { # NAME
	mkdir -p data/templates/parts data/templates/thu
	ln -s "$TOP/fonts" data/fonts
	ln -s "$TOP/templates/profiles" data/templates/profiles
	printf '{"include": "parts/%s"}' "$1" | one_section >data/templates/thu/template.json
}

part() { # NAME JSON
	printf '%s\n' "$2" >"data/templates/parts/$1.json"
}
