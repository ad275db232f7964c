"""Units as brochures of ten languages name them, for cells to fit the splitting on."""

from __future__ import annotations

from itertools import product

_WORDS = {
    "en": ("Faculty of {}|School of {}|Department of {}|College of {}|Institute of {}|Centre for {}|Division of {}",
           "Education|Pharmacy|Civil Engineering|Natural Sciences|Music|Public Policy|Earth and Marine Sciences"),
    "fr": ("Faculté de {}|École de {}|Département de {}|Institut de {}|Centre de recherche en {}|Laboratoire de {}",
           "Pharmacie|Génie civil|Sciences naturelles|Musique|Politiques publiques|Sciences de la Terre et de la Mer"),
    "es": ("Facultad de {}|Escuela de {}|Departamento de {}|Instituto de {}|Centro de Estudios de {}",
           "Farmacia|Ingeniería Civil|Ciencias Naturales|Música|Políticas Públicas|Ciencias de la Tierra y del Mar"),
    "de": ("Fakultät für {}|Institut für {}|Zentrum für {}|Fachbereich {}|Abteilung für {}|Lehrstuhl für {}",
           "Pharmazie|Bauingenieurwesen|Naturwissenschaften|Musik|Verwaltung|Geo- und Meereswissenschaften"),
    "it": ("Facoltà di {}|Scuola di {}|Dipartimento di {}|Istituto di {}|Centro di ricerca in {}",
           "Farmacia|Ingegneria Civile|Scienze Naturali|Musica|Scienze Politiche|Scienze della Terra e del Mare"),
    "pt": ("Faculdade de {}|Escola de {}|Departamento de {}|Instituto de {}|Centro de Estudos de {}",
           "Farmácia|Engenharia Civil|Ciências Naturais|Música|Políticas Públicas|Ciências da Terra e do Mar"),
    "pl": ("Wydział {}|Instytut {}|Katedra {}|Centrum {}|Zakład {}",
           "Farmacji|Budownictwa|Nauk Przyrodniczych|Muzyki|Administracji|Nauk o Ziemi i Morzu"),
    "ja": ("{}学部|{}研究科|{}学科|{}研究所|{}センター", "薬|土木工学|自然科学|音楽|公共政策|地球海洋科学"),
    "zh": ("{}学院|{}系|{}研究所|{}研究中心|{}学部", "药学|土木工程|自然科学|音乐|公共政策|地球与海洋科学"),
    "ko": ("{} 학부|{} 대학원|{}학과|{}연구소|{} 연구센터", "약학|토목공학|자연과학|음악|공공정책|지구해양과학"),
}
LANGUAGES = tuple(_WORDS)


def units(language: str) -> tuple[str, ...]:
    """Every kind of unit with every field."""
    kinds, fields = (words.split("|") for words in _WORDS[language])
    return tuple(kind.format(field) for kind, field in product(kinds, fields))
