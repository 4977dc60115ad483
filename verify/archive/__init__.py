"""The integrity archive (诚信档案库) as its keepers use it: entries checked, lists read and written."""
