"""A report → what a run leaves behind: JSON, HTML and a workbook (the report contract).

Everything past `json_report` works on the report's dict, so that an unchanged applicant is loaded and not judged again.
Jinja2, XlsxWriter and jsonschema are imported where they are used: importing this package stays cheap.
"""
