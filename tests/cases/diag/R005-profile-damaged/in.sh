cp -R "$TOP/templates" .
ln -s "$TOP/fonts" fonts
sed -i 's/"joint": "-"/"joint": 1/' templates/profiles/party-hd05.json
cat "$TOP/tests/fault/report.json"
