// What holds on every page, however it is looked at. Answers one line for each fault.
// asked.fresh: nothing but the server has written into the page yet. asked.surnames: family names that must not stand in an address. asked.ring: whether to put the focus on everything in turn.
asked => {
  const faults = []
  const say = (rule, words) => faults.push(rule + ': ' + words)
  const all = (query, within = document) => [...within.querySelectorAll(query)]
  const seen = element => element.checkVisibility({ checkVisibilityCSS: true })
  const short = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 140)
  const words = element => element.textContent.replace(/\s+/g, ' ').trim()
  const main = document.querySelector('main')

  if (asked.fresh && all('[style], style, script:not([src]), [onclick]').length > 0) {
    say('NJ5', 'a style or a script stands in the page itself')
  }
  all('[accesskey]').forEach(element => say('KB7', short(element)))

  // Titles and headings.
  const summary = document.querySelector('.govuk-error-summary')
  if (!document.title.endsWith(' - Daymark')) say('TI1', 'title ' + document.title)
  if (document.title.startsWith('Error: ') !== (summary !== null)) say('TI2', 'title ' + document.title)
  if (all('h1').length !== 1) say('TI4', all('h1').length + ' main headings')
  let before = 0
  all('main h1, main h2, main h3, main h4, main h5, main h6').filter(seen).forEach(heading => {
    const level = Number(heading.tagName[1])
    if (before > 0 && level > before + 1) say('TI4', 'a level is left out before ' + short(heading))
    before = level
  })
  if (document.querySelector('meta[http-equiv=refresh]')) say('ST2', 'loads itself anew')
  const turned = document.querySelector('.govuk-pagination [aria-current=page]')
  if (turned && words(turned) !== '1' && !/, page \d+ of \d+/.test(document.title)) say('TI3', 'title ' + document.title)
  if (turned && !/\d/.test(all('h1, h2').map(words).join())) say('TI3', 'no heading counts what is on all pages')
  if (document.documentElement.lang !== 'en') say('TI5', 'language ' + document.documentElement.lang)
  const footer = all('footer a').map(words)
  if (footer[0] !== 'Help' || !footer.includes('Accessibility statement')) say('TI6', 'footer ' + footer)

  // Forms.
  all('[required]').forEach(field => say('ER6', short(field)))
  all('form').forEach(form => {
    const post = form.getAttribute('method') === 'post'
    const token = form.querySelector('input[name=_csrf]')
    if (post && (token === null || token.value === '')) say('SE2', 'no token in ' + short(form))
    if (!post && token !== null) say('SE2', 'a token in the address of ' + short(form))
    const fields = all('input:not([type=hidden]), textarea, select', form)
    if (post && fields.length > 0 && !form.noValidate) say('ER6', 'the browser checks ' + short(form))
  })
  if (summary !== null) {
    const heading = document.querySelector('h1')
    if (!(summary.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING)) say('ER3', 'the summary is not first')
    if (all('.govuk-notification-banner, .daymark-notice--success').some(seen)) say('ER8', 'a success stands beside errors')
    const lines = all('.govuk-error-summary__list a')
    if (lines.length === 0) say('ER2', 'the summary leads nowhere')
    const focused = document.activeElement
    lines.forEach(line => {
      const target = document.getElementById(decodeURIComponent(line.hash.slice(1)))
      if (target === null) return say('ER2', 'nothing at ' + short(line))
      const group = target.closest('.govuk-form-group--error')
      const messages = group === null ? [] : all('.govuk-error-message', group)
      const told = messages.map(message => words(message).replace(/^Error: ?/, ''))
      if (!told.includes(words(line))) say('ER2', words(line) + ' is not said at its field, but ' + told)
      if (!messages.every(message => words(message).startsWith('Error:'))) say('ER4', 'the word Error is missing at ' + short(target))
      const describes = [target, target.closest('fieldset')].filter(one => one !== null)
        .flatMap(one => (one.getAttribute('aria-describedby') || '').split(' '))
      if (!messages.some(message => describes.includes(message.id))) say('ER4', 'its message does not describe ' + short(target))
      target.focus()
      if (document.activeElement !== target) say('ER2', 'takes no focus: ' + short(target))
    })
    focused.focus({ preventScroll: true })
  }

  // Tables.
  all('table').forEach(table => {
    const caption = table.querySelector('caption')
    const name = caption === null ? short(table) : words(caption)
    if (caption === null || words(caption) === '') say('TB1', 'no caption: ' + short(table))
    const headers = all('th', table)
    if (headers.length === 0 || table.role === 'presentation') say('TB4', 'a table for layout: ' + name)
    headers.forEach(header => {
      if (!header.hasAttribute('scope')) say('TB1', 'no scope in ' + name + ': ' + short(header))
      if (words(header) === '') say('TB1', 'an empty heading in ' + name)
    })
    const sorted = all('th[aria-sort]', table).filter(header => header.getAttribute('aria-sort') !== 'none')
    if (sorted.length > 1) say('TB2', 'sorted by more than one column: ' + name)
    const rows = all('tbody tr', table)
    const regular = all('[colspan], [rowspan]', table).length === 0 && !table.matches('.daymark-weeks')
    if (rows.length > 0 && regular) {
      rows[0].querySelectorAll('td, th').forEach((_, column) => {
        const cells = rows.map(row => row.children[column]).filter(cell => cell !== undefined && words(cell) !== '')
        // A year group and a reference are names.
        const heading = table.querySelectorAll('thead th')[column]
        if (heading !== undefined && /^(Year|Year group|Reference|School)$/.test(words(heading))) return
        const number = /^£?-?[\d,]+(\.\d+)?%?$/
        if (cells.length > 0 && cells.every(cell => number.test(words(cell)))
            && cells.some(cell => getComputedStyle(cell).textAlign !== 'right')) {
          say('TB5', 'numbers are not on the right in column ' + (column + 1) + ' of ' + name)
        }
      })
    }
  })

  // What does not fit.
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  if (over > 0) {
    const widest = all('main *').filter(seen)
      .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && one.closest('.daymark-scroll') === null)
    say('RF1', 'the page scrolls sideways by ' + over + ': ' + widest.slice(0, 2).map(short))
  }
  all('body *').filter(seen).forEach(element => {
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    if (scrolls && element.scrollWidth > element.clientWidth + 1 && !element.matches('textarea, input, select')
        && !(element.tabIndex === 0 && element.getAttribute('role') === 'region' && element.getAttribute('aria-label'))) {
      say('RF1', 'scrolls, but cannot be reached by its name: ' + short(element))
    }
  })

  // Words. What people typed, examples of how to type it, and names of columns and files stand as they are.
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const text = walker.currentNode.data
    if (!/\S/.test(text) || !seen(parent)) continue
    const never = /\b(kids?|truan\w*|defaulters?|offenders?|process instances?|activity instances?|escalated|executions?|undefined)\b/i
    if (never.test(text)) say('LG1', text.trim().slice(0, 80))
    if (/\$\{|Optional\[|\?\?/.test(text)) say('LG1', 'what a machine wrote: ' + text.trim().slice(0, 80))
    // The marks that somebody pastes to try the rules are named in the errors as they were typed.
    if (location.pathname === '/try-the-rules' && parent.closest('.govuk-error-summary, .govuk-error-message') !== null) continue
    if (parent.closest('.govuk-hint, code, pre, textarea, option, .daymark-typed') !== null) continue
    if (/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/.test(text)) say('DT1', 'a date for machines: ' + text.trim().slice(0, 80))
    if (/\b00:00\b|\b12(:00)?am\b/.test(text)) say('DT1', 'midnight: ' + text.trim().slice(0, 80))
    if (/\d\s?(AM|PM|a\.m\.|p\.m\.)/.test(text)) say('DT1', 'am or pm: ' + text.trim().slice(0, 80))
  }

  // Nobody's name in an address.
  const carried = name => location.href.includes(name)
  asked.surnames.filter(name => !carried(name)).forEach(name => {
    all('a[href], form[action]').map(one => one.getAttribute('href') || one.getAttribute('action') || '')
      .filter(address => address.includes(name))
      .forEach(address => say('SE4', address))
  })

  // A ring or a ground shows where the focus is.
  if (asked.ring) {
    const look = element => {
      const style = getComputedStyle(element)
      const label = element.id === '' ? null : document.querySelector('label[for="' + CSS.escape(element.id) + '"]')
      const beside = label === null ? '' : getComputedStyle(label, '::before')
      return [style, beside].map(one => one === '' ? '' : [one.outlineStyle, one.outlineWidth, one.outlineColor,
        one.boxShadow, one.backgroundColor, one.borderColor, one.borderWidth].join()).join()
    }
    all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').filter(seen).forEach(element => {
      document.activeElement.blur()
      const away = look(element)
      element.focus({ preventScroll: true })
      if (document.activeElement !== element) say('KB3', 'takes no focus: ' + short(element))
      else if (look(element) === away) say('KB4', 'nothing shows the focus on ' + short(element))
    })
    document.activeElement.blur()
    scrollTo(0, 0)
  }
  return [...new Set(faults)]
}
