// The few things a browser must do itself; everything else is rendered by the server.
const root = document.documentElement;
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept, still applied */ } };
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const typing = target => target.closest("input, textarea, select, [contenteditable=true], [role=listbox], [role=menu]") !== null;
const shortcutsOn = () => { try { return localStorage.getItem("bb.keys") !== "off"; } catch { return true; } };

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-theme-toggle], [data-density-toggle], [data-keys-toggle], [data-copy], [data-copy-from], [data-show-password]");
  if (!button) return;
  if (button.matches("[data-theme-toggle]")) { root.dataset.theme = isDark() ? "light" : "dark"; keep("bb.theme", root.dataset.theme); }
  if (button.matches("[data-density-toggle]")) {
    const compact = root.dataset.density !== "compact";
    if (compact) root.dataset.density = "compact"; else delete root.dataset.density;
    keep("bb.density", compact ? "compact" : "comfortable");
  }
  if (button.matches("[data-keys-toggle]")) { if (button.closest("#keys")) keep("bb.keys", shortcutsOn() ? "off" : "on"); showKeys(); }
  if (button.matches("[data-show-password]")) {
    const field = document.getElementById(button.dataset.showPassword);
    field.type = field.type === "password" ? "text" : "password";
    button.setAttribute("aria-pressed", String(field.type === "text"));
  }
  if (button.matches("[data-copy], [data-copy-from]")) await copy(button);
});

async function copy(button) {
  const text = button.dataset.copy ?? document.getElementById(button.dataset.copyFrom)?.innerText ?? "";
  const done = await write(text);
  button.classList.toggle("done", done);
  say(done ? "Copied" : "Could not copy: select the text and copy it by hand");
  setTimeout(() => button.classList.remove("done"), 1500);
}

// The clipboard interface is missing on plain http other than localhost.
async function write(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* the older way below */ }
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area); area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

function say(text) {
  const region = document.getElementById("announcements");
  if (region) { region.textContent = ""; setTimeout(() => { region.textContent = text; }, 50); }
}

let pending = "";
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target) || !shortcutsOn()) return;
  const keys = pending + event.key;
  pending = "";
  if (event.key === "g" && keys === "g") { pending = "g"; setTimeout(() => { pending = ""; }, 1000); return; }
  if (["gi", "gr", "gd", "gs", "go"].includes(keys)) { document.querySelector(`[data-key="${keys}"]`)?.click(); return; }
  if (keys === "/") { const field = document.querySelector("[data-search]"); if (field) { event.preventDefault(); field.focus(); field.select?.(); } return; }
  if (keys === "?") { showKeys(); return; }
  if (keys === "a") { document.querySelector("a[data-review]")?.click(); return; }
  if (keys === "Escape") { document.getElementById("keys")?.close(); return; }
  row(event, keys);
});

function row(event, key) {
  const rows = [...document.querySelectorAll("table[data-rows] > tbody > tr")];
  if (rows.length === 0 || !"jkxe".includes(key)) return;
  const at = rows.findIndex(r => r.classList.contains("current"));
  if (key === "j" || key === "k") {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)))];
    rows.forEach(r => r.classList.toggle("current", r === next));
    (next.querySelector("a.row-link") ?? next).focus();
    next.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  }
  if (at < 0) return;
  if (key === "x") rows[at].querySelector("input[type=checkbox]")?.click();
  if (key === "e") rows[at].querySelector("[data-evidence]")?.click();
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  dialog.querySelector("[data-keys-state]").textContent = shortcutsOn() ? "Shortcuts are on." : "Shortcuts are off.";
  if (!dialog.open) dialog.showModal();
}

// A file dropped on a drop area goes to its file input, so that the same code receives it.
const area = event => event.target.closest?.("[data-drop]");
document.addEventListener("dragover", event => { const drop = area(event); if (drop) { event.preventDefault(); drop.classList.add("over"); } });
document.addEventListener("dragleave", event => area(event)?.classList.remove("over"));
document.addEventListener("drop", event => {
  const drop = area(event);
  const input = drop?.querySelector("input[type=file]");
  if (!input) return;
  event.preventDefault();
  drop.classList.remove("over");
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
