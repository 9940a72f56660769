"""Harvest's report: hours of a day, written as the account writes numbers and dates."""

from datetime import date

import pytest

from clockwork.imports.rows import Tracked, Unanswered, Unread
from tests.unit.imports.files import format_of, read, wall

HEAD = ("Date", "Client", "Project", "Project Code", "Task", "Notes", "Hours", "Billable?",
        "First Name", "Last Name", "Roles", "Billable Rate", "Billable Amount")  # fmt: skip


def harvest(*rows, separator=",", head=HEAD, end="\n"):
    quoted = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    return end.join([separator.join(head), *quoted, ""])


def row(hours="1.50", day="2026-03-02", rate="80.0", amount="120.0"):
    return (day, "Acme", "Web", "W1", "Forms", "Fields", hours, "Yes", "Ada", "L", "", rate, amount)


def test_a_row_is_a_day_and_how_long():
    assert read(harvest(row()), "harvest") == [
        Tracked(
            2, date(2026, 3, 2), None, 5400, ("Acme", "Web", "Forms"), "Fields", (), "Ada L"
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "separator", "seconds"),
    [
        ({"hours": "20,0"}, ",", 72_000),
        ({"hours": "0,01"}, ",", 36),
        ({"hours": "8"}, ",", 28_800),
        ({"hours": "1.000,5"}, ",", 3_601_800),
        ({"hours": "1,000.5"}, ";", 3_601_800),
        # What one column proves holds for the others.
        ({"hours": "1.500", "rate": "", "amount": "2.000,0"}, ",", 1500 * 3600),
        ({"hours": "1,500", "rate": "", "amount": "2.000,0"}, ",", 5400),
        ({"hours": "1.500", "rate": "80.25", "amount": ""}, ";", 5400),
        # Where nothing is proven, it is what goes with the separator.
        ({"hours": "1.500", "rate": "", "amount": ""}, ",", 5400),
        ({"hours": "1,500", "rate": "", "amount": ""}, ";", 5400),
        ({"hours": "0.500", "rate": "", "amount": ""}, ";", 1800),
    ],
)
def test_decimals_and_thousands(cells, separator, seconds):
    (found,) = read(harvest(row(**cells), separator=separator), "harvest")

    assert found.seconds == seconds


@pytest.mark.parametrize("hours", ["", "x", "1,2,3", "1.00.000", "-1", "1e3", "٣"])
def test_hours_that_are_none(hours):
    (found,) = read(harvest(row(hours)), "harvest")

    assert isinstance(found, Unread)


def test_semicolons_with_crlf_and_dates_with_points():
    text = harvest(row("7,5", "24.12.2026"), row("26,25", "01.02.2026"), separator=";", end="\r\n")

    first, second = read(text, "harvest")

    assert (first.start, first.seconds) == (date(2026, 12, 24), 27_000)
    assert (second.start, second.seconds) == (date(2026, 2, 1), 94_500)


def test_dates_with_points_are_asked_for_as_well():
    with pytest.raises(Unanswered) as asked:
        read(harvest(row(day="01.02.2026")), "harvest")

    assert asked.value.question.example == "01.02.2026"


def test_columns_come_and_go_and_the_rounded_hours_are_not_read():
    head = ("Date", "Client", "Project", "Task", "Hours Rounded", "Hours", "Last Name")

    (found,) = read(harvest(("2026-03-02", "", "Web", "", "2.0", "1.9", "L"), head=head), "harvest")

    assert (found.seconds, found.path, found.person) == (6840, ("Web",), "L")


def test_who_tracks_by_start_and_end_has_them():
    head = (*HEAD, "Started At", "Ended At")
    line = (*row(), "9:00am", "10:30am")

    (found,) = read(harvest(line, head=head), "harvest")

    assert (found.start, found.stop) == (wall("2026-03-02 09:00"), wall("2026-03-02 10:30"))


@pytest.mark.parametrize(
    "head",
    [
        "Datum;Kunde;Projekt;Aufgabe;Notizen;Stunden;Vorname;Nachname",
        "Date;Client;Projet;Tâche;Notes;Heures;Prénom;Nom",
        "Fecha;Cliente;Proyecto;Tarea;Notas;Horas;Nombre;Apellido",
        "Data;Cliente;Projeto;Tarefa;Notas;Horas;Nome;Sobrenome",
        "Data;Cliente;Progetto;Attività;Note;Ore;Nome;Cognome",
        "Datum;Klant;Project;Taak;Notities;Uren;Voornaam;Achternaam",
    ],
)
def test_heads_in_other_languages(head):
    (found,) = read(head + "\n2026-03-02;Acme;Web;Forms;Fields;1,50;Ada;L\n", "harvest")

    assert found == Tracked(
        2, date(2026, 3, 2), None, 5400, ("Acme", "Web", "Forms"), "Fields", (), "Ada L"
    )


def test_it_is_told_by_its_columns():
    assert format_of(",".join(HEAD)) == "harvest"
