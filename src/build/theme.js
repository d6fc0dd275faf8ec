// Shows the stored preferences before the first paint. Names and values: src/learner/preferences.ts
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
})();
