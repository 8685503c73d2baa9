/* Keeps rows that could not be sent, in this tab only and by the mark of the row, and sends them again.
   The page works without this file: the button saves all rows. */
(() => {
  "use strict";
  const list = document.querySelector(".weigh");
  if (!list || list.dataset.closed !== undefined) return;
  const kept = `weigh:${location.pathname}`;
  const status = document.getElementById("unsaved");
  let typing = null; // the field that somebody has begun to fill in
  let away = ""; // the sign-in to go to, once nobody is in the middle of a field
  const fields = (row) => [...row.querySelectorAll("input[name], select[name]")];

  const store = () => {
    const waiting = {};
    for (const row of list.querySelectorAll("[data-pending]")) {
      waiting[row.id] = fields(row).map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]);
    }
    const count = Object.keys(waiting).length;
    if (count) sessionStorage.setItem(kept, JSON.stringify(waiting));
    else sessionStorage.removeItem(kept);
    const why = away ? list.dataset.signin : list.dataset.waiting;
    status.textContent = count ? `${count} ${why}` : "";
  };
  const pending = (row, is) => { row.toggleAttribute("data-pending", is); store(); };
  const again = () => {
    for (const row of list.querySelectorAll("[data-pending]")) {
      if (!typing || !row.contains(typing)) htmx.trigger(row, "change");
    }
  };

  const answered = (xhr) => new URL(xhr.responseURL || location.href, location.href);
  const isOurs = (xhr) => answered(xhr).pathname === location.pathname;

  list.addEventListener("input", (event) => {
    typing = event.target;
    pending(event.target.closest("li"), true);
  });
  const leave = () => {
    store();
    if (away && !typing) location.assign(away);
  };
  list.addEventListener("change", (event) => {
    if (event.target === typing) typing = null;
    leave();
  }, true);
  list.addEventListener("htmx:beforeSwap", (event) => {
    if (isOurs(event.detail.xhr)) return;
    event.detail.shouldSwap = false; // led to the sign-in: what was typed is kept
    away = answered(event.detail.xhr).href;
    leave();
  });
  list.addEventListener("htmx:afterRequest", (event) => {
    const row = event.detail.elt.closest("li");
    if (event.detail.successful && isOurs(event.detail.xhr) && row) pending(row, false);
  });
  document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
    const there = event.detail.target;
    const row = there.closest ? there.closest("li") : null;
    const busy = row && (row.contains(document.activeElement) || row.dataset.pending !== undefined);
    if (busy) event.detail.shouldSwap = false;
  });
  addEventListener("online", again);
  addEventListener("beforeunload", store);
  setInterval(() => { if (navigator.onLine) again(); }, 20000);

  const before = JSON.parse(sessionStorage.getItem(kept) || "{}");
  for (const [id, values] of Object.entries(before)) {
    const row = document.getElementById(id);
    if (!row) continue;
    for (const [name, value] of values) {
      const field = fields(row).find((one) => one.name === name);
      if (!field || field.name === "row") continue;
      if (field.type === "checkbox") field.checked = value; else field.value = value;
    }
    row.toggleAttribute("data-pending", true);
  }
  addEventListener("load", () => { store(); again(); });
})();
