mkdir thu
