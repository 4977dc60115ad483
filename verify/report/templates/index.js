(function () {
  "use strict";
  var table = document.getElementById("people"), body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var tools = document.getElementById("tools"), verdict = document.getElementById("verdict");
  var check = document.getElementById("check"), search = document.getElementById("search"), shown = document.getElementById("shown");
  // Reports hold ID numbers masked: a whole one is looked for by the ends that are left.
  function masked(part) { return part.replace(/^(\d{6})\d{8}(\d{3}[\dx])$/, "$1********$2"); }
  function matches(row) {
    return (!verdict.value || row.dataset.verdict === verdict.value) &&
      (!check.value || row.dataset.checks.split(" ").indexOf(check.value) >= 0) &&
      search.value.trim().toLowerCase().split(/\s+/).every(function (part) { return row.dataset.needle.indexOf(masked(part)) >= 0; });
  }
  function filter() {
    var count = 0;
    rows.forEach(function (row) { row.hidden = !matches(row); if (!row.hidden) { count += 1; } });
    shown.textContent = shown.dataset.text.replace("{}", count).replace("{}", rows.length);
  }
  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent.trim() : Number(cell.dataset.key);
  }
  function sort(heading, column) {
    var down = heading.getAttribute("aria-sort") === "ascending" || (!heading.hasAttribute("aria-sort") && heading.classList.contains("num"));
    table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.sort(function (a, b) {
      var x = key(a, column), y = key(b, column);
      var order = typeof x === "number" ? x - y : x.localeCompare(y, "zh-CN", { numeric: true });
      return down ? -order : order;
    });
    rows.forEach(function (row) { body.append(row); });
  }
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
    if (heading.dataset.fixed !== undefined) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.textContent = "";
    heading.append(button);
    button.addEventListener("click", function () { sort(heading, column); });
  });
  [verdict, check].forEach(function (control) { control.addEventListener("change", filter); });
  search.addEventListener("input", filter);
  tools.hidden = false;
  filter();
})();
