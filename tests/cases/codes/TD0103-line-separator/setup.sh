printf 'name: Xã Thể Dục\nkind: commune\nnote: Dòng một\342\200\250Dòng hai\n' > units/the-duc.yaml
