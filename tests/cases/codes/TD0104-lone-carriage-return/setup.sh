printf 'name: Xã Thể Dục\rkind: commune\r' > units/the-duc.yaml
