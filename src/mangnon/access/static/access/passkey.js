// Says in the page why a key did not work; the sentences stand in the page, in its language.
document.addEventListener('allauth.error', (event) => {
  const place = document.getElementById('passkey-said')
  const why = { NotAllowedError: 'stopped', InvalidStateError: 'known' }
  event.preventDefault()
  place.textContent = place.dataset[why[event.detail.exception.name] || 'failed']
  place.hidden = false
})
