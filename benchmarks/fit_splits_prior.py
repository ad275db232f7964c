"""The weights of splitting as set by hand: fitting starts from them, and they hold where the cells say nothing."""

from pipeline.clean.names.weights import Weights

PRIOR = Weights(
    inline=-3.0, line=-1.7, paper=1.0, sure=1.0, words=0.6, far=-3.0, ideographs=-1.0, ideographs_whole=3.0,
    ideographs_unit=-4.0, bracket_ends=1.0,
    company_ends=4.0, company_begins=-4.0, pair=-2.0, modifier_ends=-4.0, country_ends=0.5,
    country_begins=0.0, city_ends=0.5, city_begins=0.0, complement_ends=0.5, adjective_ends=-1.0,
    adjective_begins=0.5, inside_place=-4.0, organisation=1.5, either=1.0, unit=-0.4, part=-1.0,
    headless=-1.0, headless_word=-2.5, person=-3.0,
    bare_head=-5.0, stands_alone=4.5, registered=2.0,
    opener=1.5, common=-2.0, long=-0.1, two_places=-1.0, unit_first=1.0, unit_again=-4.0,
    late_head=-2.0, trails_off=-2.0, ends_comma=-9.0, ends_open=-6.0,
    starts_inside=-6.0, unbalanced=-4.0, quoted=-8.0, second_whole=-5.0, second_part=-3.5,
    second_either=-3.0, second_unit=-1.0, second_phrase=0.0, second_sure=0.0, second_of_unit=4.5,
    second_language=0.0,
)
