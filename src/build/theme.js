// What must be known before the first paint. Preferences: src/learner/preferences.ts
(function () {
  var known = {
    theme: 'light dark',
    text: 'large larger largest',
    font: 'lexend system',
    spacing: 'wide',
    motion: 'less',
  };
  for (var name in known) {
    try {
      var value = localStorage.getItem('frontline-one:' + name);
      if (value && known[name].split(' ').indexOf(value) >= 0) {
        document.documentElement.setAttribute('data-' + name, value);
      }
    } catch (blocked) {
      // the page shows its defaults
    }
  }
  // Opened again, or at a place of its own: drawn whole, so that the place is exact (layouts.css).
  var opened = performance.getEntriesByType('navigation')[0];
  if (location.hash || !opened || opened.type !== 'navigate') {
    document.documentElement.setAttribute('data-whole', '');
  }
})();
