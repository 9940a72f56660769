"""What the heads of columns mean, in several languages. Pure.

Sources: the exports of Toggl Track, Clockify and Harvest, and Kimai's translations of its own
(translations/messages.*.xlf), as they were in 2026.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

# By what they mean: English, then German, French, Spanish, Portuguese, Italian and Dutch, without
# accents and in small letters.
NAMES: Mapping[str, Sequence[str]] = {
    "start_date": (
        "start date", "startdatum", "date de debut", "fecha de inicio", "fecha inicio",
        "data de inicio", "data inicio", "data di inizio", "data inizio", "begindatum",
    ),
    "start_time": (
        "start time", "started at", "from", "begin", "startzeit", "startuhrzeit", "von", "beginn",
        "heure de debut", "de", "debut", "hora de inicio", "hora inicio", "inicio",
        "ora di inizio", "ora inizio", "da", "inizio", "starttijd", "begintijd", "van",
    ),
    "end_date": (
        "end date", "stop date", "enddatum", "date de fin", "fecha de finalizacion",
        "fecha de fin", "fecha fin", "fecha final", "data final", "data de termino", "data de fim",
        "data fim", "data di fine", "data fine", "einddatum",
    ),
    "end_time": (
        "end time", "stop time", "ended at", "to", "endzeit", "enduhrzeit", "bis", "ende",
        "heure de fin", "a", "fin", "hora de finalizacion", "hora de fin", "hora fin",
        "hora final", "final", "para", "hora de termino", "hora de fim", "fim", "ora di fine",
        "ora fine", "fine", "eindtijd", "tot", "einde",
    ),
    "date": ("date", "day", "spent date", "datum", "jour", "fecha", "dia", "data", "giorno"),
    "start": ("start", "start datetime", "started", "anfang"),
    "stop": ("end", "stop", "end datetime", "stopped", "finish"),
    "duration": (
        "duration", "duration (h)", "duration (hh:mm)", "dauer", "dauer (h)", "duree",
        "duree (h)", "duracion", "duracion (h)", "duracao", "duracao (h)", "durata", "durata (h)",
        "duur", "duur (h)", "time spent", "zeit (h)",
    ),
    "hours": (
        "duration (decimal)", "dauer (dezimal)", "dauer (dezimalzahl)", "dauer (decimal)",
        "duree (decimal)", "duree (decimale)", "duracion (decimal)", "duracao (decimal)",
        "durata (decimale)", "duur (decimaal)", "hours", "stunden", "heures", "horas", "ore",
        "uren", "hours (decimal)",
    ),
    "minutes": ("minutes", "duration (min)", "duration (minutes)", "minuten", "minutos", "minuti"),
    "seconds": ("seconds", "duration (s)", "duration (seconds)", "sekunden", "segundos"),
    "client": ("client", "customer", "kunde", "cliente", "klant"),
    "project": ("project", "projekt", "projet", "proyecto", "projeto", "progetto", "project name"),
    "task": (
        "task", "tasks", "activity", "aufgabe", "tatigkeit", "tache", "activite", "tarea",
        "actividad", "tarefa", "atividade", "compito", "attivita", "taak", "activiteit",
        "task name", "aufgaben",
    ),
    "note": (
        "description", "note", "notes", "comment", "beschreibung", "notiz", "notizen",
        "bemerkung", "descripcion", "notas", "descricao", "descrizione", "beschrijving", "notities",
        "kommentar", "omschrijving",
    ),
    "tags": (
        "tags", "tag list", "labels", "schlagworte", "schlagworter", "mots cles", "etiquettes",
        "balises", "etiquetas", "etiqueta", "etichette", "label",
    ),
    "email": (
        "email", "e mail", "user email", "email address", "e mail adresse", "courriel",
        "adresse e mail", "correo electronico", "correo", "posta elettronica", "e mailadres",
    ),
    "person": (
        "user", "user name", "username", "member", "person", "benutzer", "nutzer", "utilisateur",
        "usuario", "utilizador", "do utilizador", "utente", "gebruiker",
    ),
    "first_name": (
        "first name", "vorname", "prenom", "nombre", "primeiro nome", "nome", "voornaam",
    ),
    "last_name": (
        "last name", "nachname", "nom", "nom de famille", "apellido", "apellidos", "sobrenome",
        "ultimo nome", "cognome", "achternaam",
    ),
    "type": ("type", "typ", "tipo"),
    "break": ("break", "pause", "pausa", "intervalo", "rustpauze", "descanso"),
    "amount": (
        "billable rate", "billable amount", "cost rate", "cost amount", "hours rounded", "rate",
    ),
    "group": ("group", "gruppe", "groupe", "grupo", "gruppo", "groep"),
}  # fmt: skip
MEANINGS = {name: meaning for meaning, names in NAMES.items() for name in names}
MARKS = re.compile(r"[\s_:?*-]+")
BREAKS = frozenset(("break", "pause", "pausa", "intervalo", "rustpauze", "descanso"))


def plain(name: str) -> str:
    """The head of a column without what differs between files that mean the same."""
    letters = unicodedata.normalize("NFKD", name[:80])
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    return MARKS.sub(" ", bare.casefold()).strip()


def columns(head: Sequence[str]) -> dict[str, int]:
    """Where the column of each meaning is; of several with the same, the first."""
    found: dict[str, int] = {}
    for index, name in enumerate(head):
        meaning = MEANINGS.get(plain(name))
        if meaning:
            found.setdefault(meaning, index)
    return found


def amounts(head: Sequence[str]) -> Sequence[int]:
    """Where there are sums of money and the like: they show how a file writes numbers."""
    return [index for index, name in enumerate(head) if MEANINGS.get(plain(name)) == "amount"]


def has(found: Mapping[str, int], *meanings: str) -> bool:
    """Whether there are columns of all these meanings."""
    return all(meaning in found for meaning in meanings)
