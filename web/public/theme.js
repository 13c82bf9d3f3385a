// Sets the theme before the first paint. A file of its own, so that the content-security policy needs no hash.
(function () {
  var theme = null;
  try {
    theme = localStorage.getItem('gradus:theme');
  } catch (_) {
    // Storage is closed to us: the system's theme it is.
  }
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
})();
