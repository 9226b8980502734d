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
  var languages = { en: 'en', zh: 'zh-Hans' };
  var named = /^\/zh(\/|$)/.exec(location.pathname);
  var tags = [named && 'zh', stored('hansa.language')].concat(navigator.languages || navigator.language);
  var spoken = tags.map((tag) => languages[String(tag).slice(0, 2).toLowerCase()]).filter(Boolean);
  root.lang = spoken[0] || 'en';
  // Under which name the product is installed.
  var manifest = document.querySelector('link[rel=manifest]');
  if (manifest) manifest.href = '/hansa.' + root.lang.slice(0, 2) + '.webmanifest';
})();
