"""Kimai's timesheet as CSV and JSON."""

import json

import pytest

from clockwork.imports.rows import Tracked, Unread
from tests.unit.imports.files import format_of, read, wall

HEAD = "Date;From;To;Duration;Rate;User;Email;Customer;Project;Activity;Description;Tags;meta.x;\n"


def kimai(start="07:10", end="09:11", duration="7260", day="2026-03-02"):
    return (
        f'{day};{start};{end};{duration};1.0;Ada;ada@example.org;Acme;Web;Forms;Fields;a,b;"x";\n'
    )


def test_a_row_has_all_that_it_tells():
    assert read(HEAD + kimai(), "kimai") == [
        Tracked(
            2, wall("2026-03-02 07:10"), wall("2026-03-02 09:11"), 7260, ("Acme", "Web", "Forms"),
            "Fields", ("a", "b"), "ada@example.org",
        )
    ]  # fmt: skip


def test_a_duration_that_contradicts_the_end_is_kept_beside_it():
    (row,) = read(HEAD + kimai("10:23", "19:00"), "kimai")

    assert (row.stop, row.seconds) == (wall("2026-03-02 19:00"), 7260)


@pytest.mark.parametrize(
    ("cells", "start", "stop"),
    [
        (("22:00", "06:00"), "2026-03-02 22:00", "2026-03-03 06:00"),
        (("22:00", "24:00"), "2026-03-02 22:00", "2026-03-03 00:00"),
        (("7", "08"), "2026-03-02 07:00", "2026-03-02 08:00"),
        (("7:00", "7:00"), "2026-03-02 07:00", "2026-03-02 07:00"),
    ],
)
def test_clock_times_over_midnight_and_hours_alone(cells, start, stop):
    (row,) = read(HEAD + kimai(*cells), "kimai")

    assert (row.start, row.stop) == (wall(start), wall(stop))


@pytest.mark.parametrize(
    ("duration", "seconds"), [("5400", 5400), ("1:30", 5400), ("1,50", 5400), ("1.00", 3600)]
)
def test_whole_numbers_are_seconds_and_decimals_hours(duration, seconds):
    (row,) = read(HEAD + kimai(end="", duration=duration), "kimai")

    assert (row.stop, row.seconds) == (None, seconds)


def test_a_break_is_taken_off_the_end():
    head = HEAD.replace("meta.x", "Break")
    text = head + kimai("09:00", "17:00").replace('"x"', "0:30")
    long = head + kimai("09:00", "09:10").replace('"x"', "0:30")
    none = head + kimai("09:00", "17:00").replace('"x"', "0:00")

    (row,) = read(text, "kimai")
    assert (row.start, row.stop, row.seconds) == (wall("2026-03-02 09:00"), None, 27_000)
    (row,) = read(long, "kimai")
    assert row == Unread(2, "The break 0:30 is longer than the time around it.")
    (row,) = read(none, "kimai")
    assert row.stop == wall("2026-03-02 17:00")


@pytest.mark.parametrize(
    "head",
    [
        "Date,From,To,Duration,User,User,E-mail,Customer,Project,Activity,Description,Tags",
        "Datum,Von,Bis,Dauer,Benutzer,Benutzer,E-Mail,Kunde,Projekt,Tätigkeit,Beschreibung,"
        "Schlagworte",
        "Date,De,À,Durée,Utilisateur,Nom d'utilisateur,Courriel,Client,Projet,Activité,"
        "Description,Mots-clés",
        "Fecha,De,Para,Duración,Usuario,Usuario,Correo electrónico,Cliente,Proyecto,Actividad,"
        "Descripción,Etiquetas",
        "Data,De,Para,Duração,Utilizador,Nome do utilizador,Email,Cliente,Projeto,Atividade,"
        "Descrição,Etiquetas",
        "Data,Da,A,Durata,Utente,Utente,E-mail,Cliente,Progetto,Attività,Descrizione,Etichette",
        "Datum,Van,Tot,Duur,Gebruiker,Gebruikersnaam,E-mail,Klant,Project,Activiteit,"
        "Beschrijving,Labels",
    ],
)
def test_heads_in_other_languages(head):
    line = '2026-03-02,09:00,10:30,1:30,Ada,ada,a@example.org,Acme,Web,Forms,Fields,"x, y"\n'

    assert read(f"{head}\n{line}", "kimai") == [
        Tracked(
            2, wall("2026-03-02 09:00"), wall("2026-03-02 10:30"), 5400, ("Acme", "Web", "Forms"),
            "Fields", ("x", "y"), "a@example.org",
        )
    ]  # fmt: skip


def test_json_has_the_same_with_values_of_other_types():
    record = {
        "Date": "2026-03-02", "From": "07:10", "To": None, "Duration": 7260, "User": "Ada",
        "Customer": "Acme", "Project": "Web", "Activity": "Forms", "Tags": ["a", 1, "b"],
        "Exported": False, "Description": "x\0y",
    }  # fmt: skip
    other = {"Date": "2026-02-30", "From": "7:00", "Break": {"a": 1}}

    first, second = read(json.dumps([record, other]), "kimai-json")

    assert first == Tracked(
        1, wall("2026-03-02 07:10"), None, 7260, ("Acme", "Web", "Forms"), "xy", ("a", "b"), "Ada"
    )
    assert second == Unread(2, "The date 2026-02-30 does not exist.")


def test_a_table_without_a_person_is_not_kimais_as_its_durations_may_be_hours():
    text = "Date,From,To,Duration,Customer,Project,Activity\n2026-03-02,9:00,,8,Acme,Web,Forms\n"

    assert format_of(text) == "table"
    assert isinstance(read(text, "table")[0], Unread)
