ln -s /etc/hostname units/vu-nong.yaml
