(function () {
  'use strict';
  var form = document.getElementById('filter');
  var gaps = Array.prototype.slice.call(document.querySelectorAll('.gap'));
  if (form) {
    var show = function () {
      var office = form.elements.office.value;
      var verdict = form.elements.verdict.value;
      var words = form.elements.words.value.trim().toLowerCase();
      var shown = 0;
      gaps.forEach(function (gap) {
        var fits = (!office || gap.dataset.office.split('\n').indexOf(office) >= 0) &&
          (!verdict || gap.dataset.verdict === verdict) &&
          (!words || gap.textContent.toLowerCase().indexOf(words) >= 0);
        gap.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      form.elements.shown.value = shown + ' / ' + gaps.length;
    };
    form.hidden = false;
    form.addEventListener('input', show);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    show();
  }
  var reveal = function () {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) { target.hidden = false; target.scrollIntoView(); }
  };
  window.addEventListener('hashchange', reveal);
  // browsers that cannot unfold by style alone
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.slice.call(document.querySelectorAll('details.violation:not([open])'));
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { opened.forEach(function (d) { d.open = false; }); });
}());
