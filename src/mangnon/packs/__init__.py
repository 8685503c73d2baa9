"""A province's pack: a folder of plain files, judged before it is applied."""
