(function () {
  'use strict';
  var form = document.getElementById('filter');
  var gaps = Array.prototype.slice.call(document.querySelectorAll('.gap'));
  if (form) {
    var words = [];
    var has = function (index, text) {
      if (!words[index]) { words[index] = gaps[index].querySelector('.card').textContent.toLowerCase(); }
      return words[index].indexOf(text) >= 0;
    };
    var chosen = function (name) { return form.elements[name] ? form.elements[name].value : ''; };
    var show = function () {
      var office = chosen('office');
      var verdict = chosen('verdict');
      var status = chosen('status');
      var text = chosen('words').trim().toLowerCase();
      var shown = 0;
      gaps.forEach(function (gap, index) {
        var fits = (!office || gap.dataset.office.split('\n').indexOf(office === '-' ? '' : office) >= 0) &&
          (!verdict || gap.dataset.verdict === verdict) &&
          (!status || gap.dataset.status === status) &&
          (!text || has(index, text));
        gap.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      // paper says what it leaves out
      var by = ['office', 'verdict', 'status'].filter(chosen).map(function (name) {
        return form.elements[name].selectedOptions[0].textContent;
      }).concat(text ? [text] : []);
      form.elements.shown.value = by.map(function (word) { return word + ' · '; }).join('') +
        form.dataset.shown.replace('%1', shown).replace('%2', gaps.length);
      form.elements.shown.parentNode.classList.toggle('part', shown < gaps.length);
    };
    form.hidden = false;
    form.addEventListener('input', show);
    form.addEventListener('reset', function () { setTimeout(show); });
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
