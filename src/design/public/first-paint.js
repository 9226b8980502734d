// Runs before the first paint, so that neither theme nor language flashes. Plain script: the policy forbids inline code.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  };
  var theme = stored('hansa.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  var languages = ['en', 'zh-Hans'];
  var primary = (tag) => String(tag).toLowerCase().split('-')[0];
  var tags = [location.pathname.split('/')[1], stored('hansa.language')].concat(navigator.languages || navigator.language);
  var spoken = tags.map((tag) => languages.find((one) => primary(one) === primary(tag))).filter(Boolean);
  root.lang = spoken[0] || 'en';
  // Under which name the product is installed.
  var manifest = document.querySelector('link[rel=manifest]');
  if (manifest) manifest.href = '/hansa.' + primary(root.lang) + '.webmanifest';
})();
