"""What the tests of the store put into its archive."""

CASE = ("--name", "王建国", "--reason", "业绩造假", "--on", "2024-03-01", "--by", "张敏", "--yes")
