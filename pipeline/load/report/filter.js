// Without this script the page shows everything; with it, a word hides what does not hold it.
const field = document.getElementById("filter");
document.getElementById("filtering").hidden = false;
field.addEventListener("input", () => {
  const wanted = field.value.toLocaleLowerCase();
  for (const one of document.querySelectorAll("[data-one]")) {
    one.hidden = !one.textContent.toLocaleLowerCase().includes(wanted);
  }
  for (const folded of document.querySelectorAll("main details")) folded.open ||= wanted !== "";
});
