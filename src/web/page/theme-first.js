// @ts-check
// Before the first paint, so that a page kept dark never flashes white.
{
  const kept = localStorage.getItem('pesan-theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
}
