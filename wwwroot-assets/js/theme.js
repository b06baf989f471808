// Runs before the first paint: a stored choice beats the system's.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("bb.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("bb.density") === "compact") root.dataset.density = "compact";
  } catch { /* storage is switched off: the system's choice holds */ }
})();
