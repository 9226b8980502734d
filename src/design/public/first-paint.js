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
  var language = stored('hansa.language');
  var tags = navigator.languages || [navigator.language || 'en'];
  if (!language)
    for (var i = 0; i < tags.length && !language; i++) {
      if (/^zh\b/i.test(tags[i])) language = 'zh-Hans';
      else if (/^en\b/i.test(tags[i])) language = 'en';
    }
  root.lang = language === 'zh-Hans' ? 'zh-Hans' : 'en';
})();
