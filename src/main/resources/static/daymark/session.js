// Says that the session is about to end, some minutes before, and lets it go on by one press of a key. Pages work without it: what is
// sent after the end is kept until the person has signed in again.
const lasts = Number(document.body.dataset.sessionSeconds) * 1000
const warnBefore = Math.min(5 * 60 * 1000, lasts / 2)
const KEY = 'daymark-session-until'
let timer
let ownUntil = Date.now() + lasts

function begin () {
  remember(Date.now() + lasts)
  wait()
}

// Another tab may have been used in the meantime: the session is one for all of them.
function until () {
  try {
    return Number(window.localStorage.getItem(KEY)) || Date.now()
  } catch {
    return ownUntil
  }
}

function remember (time) {
  ownUntil = time
  try {
    window.localStorage.setItem(KEY, String(time))
  } catch {
    // Storage may be switched off: then this tab knows of itself alone.
  }
}

function wait () {
  clearTimeout(timer)
  const left = until() - warnBefore - Date.now()
  timer = setTimeout(() => (until() - warnBefore > Date.now() ? wait() : warn()), Math.max(0, left))
}

function warn () {
  const dialog = document.createElement('dialog')
  dialog.className = 'daymark-dialog'
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', 'session-heading')
  dialog.setAttribute('aria-describedby', 'session-text')
  const heading = element('h2', 'govuk-heading-m', 'You will soon be signed out')
  heading.id = 'session-heading'
  const text = element('p', 'govuk-body',
    `Nothing has happened for a while. You will be signed out at ${clock(until())}. What you typed stays on this page.`)
  text.id = 'session-text'
  text.setAttribute('aria-live', 'assertive')
  const button = element('button', 'govuk-button', 'Stay signed in')
  button.type = 'button'
  button.addEventListener('click', () => dialog.close())
  dialog.append(heading, text, button)
  document.body.append(dialog)
  let ended = false
  const end = () => {
    if (until() - warnBefore > Date.now()) {
      // Another tab was used: there is nothing to say any more.
      ended = true
      dialog.close()
      wait()
      return
    }
    ended = true
    heading.textContent = 'You have been signed out'
    text.textContent = 'What you typed is still on this page. Press its button as usual: you are asked to sign in, and what you typed is kept, unless a file goes with it.'
    button.textContent = 'Close'
  }
  const atTheEnd = setTimeout(end, Math.max(0, until() - Date.now()))
  dialog.addEventListener('close', () => {
    clearTimeout(atTheEnd)
    dialog.remove()
    if (!ended) {
      stay()
    }
  })
  dialog.showModal()
  button.focus()
}

async function stay () {
  const answer = await fetch('/still-here', { headers: { 'X-Requested-With': 'XMLHttpRequest' } }).catch(() => null)
  if (answer && answer.ok && !answer.redirected) {
    begin()
  } else {
    // The network may be away for a moment. Said again, but not so soon that it is read out without end.
    timer = setTimeout(warn, 20 * 1000)
  }
}

function element (name, className, text) {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

function clock (time) {
  const at = new Date(time)
  const minutes = String(at.getMinutes()).padStart(2, '0')
  return `${at.getHours() % 12 || 12}:${minutes}${at.getHours() < 12 ? 'am' : 'pm'}`
}

if (lasts > 0) {
  begin()
}
