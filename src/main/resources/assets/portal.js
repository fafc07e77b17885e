// Components add comfort; every page works without them.
const frontend = document.querySelector('script[data-frontend]').dataset.frontend;

import(frontend).then(({ createAll, Button, ErrorSummary, ExitThisPage, ServiceNavigation, SkipLink }) => {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  [Button, ErrorSummary, ExitThisPage, ServiceNavigation, SkipLink].forEach((component) => createAll(component));
});

// A page that a browser kept from before is asked for anew: it may not be the reader's any more.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});
