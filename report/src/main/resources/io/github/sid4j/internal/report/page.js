for (const box of document.querySelectorAll(".command")) {
  const button = box.querySelector("button");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
}

for (const table of document.querySelectorAll("table")) {
  const heads = Array.from(table.tHead.rows[0].cells);
  const body = table.tBodies[0];
  const first = Array.from(body.rows);
  const sortable = first.length > 2;
  heads.forEach((head, column) => {
    if (!sortable) return;
    const key = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const compare = (a, b) => {
      const x = key(a), y = key(b);
      return typeof x === "number" ? (typeof y === "number" ? y - x : -1)
        : typeof y === "number" ? 1 : x.localeCompare(y);
    };
    head.tabIndex = 0;
    head.classList.add("sortable");
    const sort = () => {
      const again = head.hasAttribute("aria-sort");
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (!again) head.setAttribute("aria-sort", "other");
      body.append(...(again ? first : Array.from(first).sort(compare)));
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  });
}

const open = () => {
  const target = document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
};
addEventListener("hashchange", open);
open();
