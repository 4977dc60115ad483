"""From a folder to what there is: files with their slots, the form, the roster. Everything here comes from outside."""
