// Small comforts; every page works without them.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    const field = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(field.value);
    button.textContent = 'Copied';
  }
  const menu = document.querySelector('details.person-menu[open]');
  if (menu && !menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', event => {
  const menu = document.querySelector('details.person-menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
