// @ts-check
/** Shows a picture as large as the window allows; any click, or Escape, closes it. @param {string} url @param {string} name */
export function showPicture(url, name) {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.setAttribute('aria-label', name);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'pill';
  close.textContent = 'Tutup';
  const picture = document.createElement('img');
  picture.src = url;
  picture.alt = name;
  dialog.append(picture, close);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
