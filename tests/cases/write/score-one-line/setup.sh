# A byte order mark, CRLF line ends, comments and spacing of somebody's own, and
# no line end at the end.
mkdir -p scores/2023
printf '\357\273\277# Phiếu của xã\r\nunit:    the-duc\r\nperiod: "2023"   # cả năm\r\n\r\nstages:\r\n   self:\r\n      by:   UBND xã\r\n      date: "2023-11-30"\r\n      marks:\r\n         # họp ngày 28/11\r\n         IV.2.b-2:   {done: true}   # có kế hoạch\r\n         IV.2.b-3: {  grade:   "Tốt"  ,  note: '"'"'giữ nguyên'"'"' }\r\n# hết' > scores/2023/the-duc.yaml
